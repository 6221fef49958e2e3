"""What is kept of a mistake of ours says where it was made, and nothing of what the records hold."""

from __future__ import annotations

import pytest

from pipeline.cli.storing import describe, explain


def fail(secret: str) -> None:
    try:
        {}[secret]
    except KeyError as error:
        raise RuntimeError(f"wachtwoord van {secret}") from error


def test_the_report_holds_the_place_and_the_kind_and_no_text(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("platformdirs.user_log_path", lambda *a, **k: tmp_path)
    with pytest.raises(RuntimeError) as caught:
        fail("mevrouw De Proef")
    assert explain(caught.value) == 2
    assert "programmafout" in capsys.readouterr().err
    (report,) = tmp_path.glob("storing *.txt")
    text = report.read_text(encoding="utf-8")
    assert "Proef" not in text
    assert "wachtwoord" not in text
    assert "builtins.RuntimeError" in text
    assert "builtins.KeyError" in text
    assert "test_storing.py, regel" in text


def test_no_folder_of_this_computer_is_named():
    with pytest.raises(RuntimeError) as caught:
        fail("x")
    assert "/" not in describe(caught.value).replace("pipeline/", "").replace("site-packages/", "")
