from pathlib import Path

from tests.bot.huiyin import huiyin


def test_the_sample_village_is_checked_imported_and_imported_again(tmp_path: Path, database_url: str) -> None:
    files, url = str(tmp_path / "county"), {"HUIYIN_DATABASE_URL": database_url}
    assert huiyin("roster", "sample", files, folder=tmp_path).returncode == 0
    checked = huiyin("roster", "check", files, folder=tmp_path)
    assert (checked.returncode, "No fault." in checked.stdout) == (0, True)
    first = huiyin("roster", "import", files, folder=tmp_path, **url)
    assert "32 households, 12 officials, 4 grids" in first.stdout
    assert "32 households have a cadre now who had none." in first.stdout
    households = tmp_path / "county" / "households.csv"
    households.write_text(households.read_text().replace("0003\n", "0005\n", 25))
    second = huiyin("roster", "import", files, folder=tmp_path, **url)
    assert "MSG-001: 0003 → 0005 (another cadre named in the roster)" in second.stdout
    assert "… and 5 more (--all shows them)" in second.stdout


def test_a_roster_with_faults_lists_them_and_ends_with_status_1(tmp_path: Path) -> None:
    huiyin("roster", "sample", str(tmp_path / "county"), folder=tmp_path)
    grids = tmp_path / "county" / "grids.csv"
    grids.write_text(grids.read_text().replace("YS-QZ,0004", "YS-QX,0099"))
    ended = huiyin("roster", "import", str(tmp_path / "county"), folder=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "grids.csv, row 4: unknown lead 0099: no official has that number.",
        "grids.csv, row 4: unknown parent YS-QX: no grid has that code.",
        "Nothing was imported: 2 faults. Put the files right and import them again.",
    ]


def test_a_cadre_with_more_households_than_the_policy_says_is_named(tmp_path: Path) -> None:
    huiyin("roster", "sample", str(tmp_path / "county"), folder=tmp_path)
    policy = tmp_path / "policy.toml"
    policy.write_text("[cadres]\nmost_households = 31\n")
    ended = huiyin("roster", "check", str(tmp_path / "county"), folder=tmp_path, HUIYIN_POLICY=str(policy))
    assert "officials with more than 31 households:\n  0003: 32 households" in ended.stdout


def test_the_sample_writes_over_no_file(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("ours")
    ended = huiyin("roster", "sample", str(tmp_path), folder=tmp_path)
    assert (ended.returncode, "is there already" in ended.stderr) == (1, True)
    assert not (tmp_path / "grids.csv").exists()
