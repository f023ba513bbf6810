"""Takes the pictures of the docs from the browser tests' last run: `make pictures`."""

from PIL import Image

from tests.browser.conftest import PICTURES, TREE

SHOWN = ("demo", "demo-on-a-phone", "demo-wall", "cadre-card", "desk-item", "commitments")


def main() -> None:
    folder = TREE / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name in SHOWN:
        Image.open(PICTURES / f"{name}.png").convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(
            folder / f"{name}.png", optimize=True
        )


if __name__ == "__main__":
    main()
