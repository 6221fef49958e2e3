"""A mailing that is started twice at once is sent once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from test_smtp import IEDEREEN, STUUR

REPO = Path(__file__).parents[2]


def test_two_commands_at_once_send_every_message_once(werkmap, postbus):
    command = [sys.executable, "-m", "pipeline", "-C", str(werkmap.root), "--op", werkmap.op, *STUUR]
    both = [
        subprocess.Popen(command, cwd=REPO, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(2)
    ]
    said = [process.communicate()[0].decode() for process in both]
    assert Counter(postbus.aan) == Counter(IEDEREEN), said
    assert any("heeft de zending al" in text or "in gebruik" in text for text in said), said
