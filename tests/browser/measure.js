// What of the page is too small, too faint or too narrow for elders. Returns sentences; an empty list is good.
// Sources: the MIIT spec for elder views: text >= 18, targets >= 60 x 60, contrast >= 4.5:1.
() => {
  const faults = [];
  const visible = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.className}"> "${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 24)}"`;

  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
  const ground = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) layers.push(rgba(getComputedStyle(each).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (element) => {
    const below = ground(element);
    const [a, b] = [light(over(rgba(getComputedStyle(element).color), below)), light(below)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || !visible(element) || element.closest("noscript,script")) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < 18) faults.push(`text of ${size} px: ${name(element)}`);
    if (contrast(element) < 4.5) faults.push(`contrast ${contrast(element).toFixed(2)}: ${name(element)}`);
  }
  for (const element of document.querySelectorAll("button, textarea, .inline-row > a, a.attachment, a.strong")) {
    if (!visible(element) || element.matches(".command, .spoiler")) continue;
    const { width, height } = element.getBoundingClientRect();
    if (Math.round(width) < 60 || Math.round(height) < 60) faults.push(`target of ${Math.round(width)} x ${Math.round(height)}: ${name(element)}`);
  }
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) faults.push(`the page is ${wide} px wider than the screen`);
  return faults;
}
