/** Photos are drawn anew before they leave: upright, small enough for a village's network, and without the place and
 * the camera that a file would tell. */

const LONGEST_SIDE = 2560;
const QUALITY = 0.87;

/** The picture as a JPEG file; a file that this browser cannot draw is sent as it is. */
export async function redraw(file) {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  return new File([drawn], "photo.jpg", { type: "image/jpeg" });
}
