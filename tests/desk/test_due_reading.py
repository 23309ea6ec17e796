"""What the first page needs."""

import subprocess
import sys


def test_the_first_page_waits_for_no_form_and_no_act():
    looked = "import sys, desktop_cs.desk.desk, desktop_cs.desk.due_reading; print(*sys.modules)"
    known = subprocess.run(
        [sys.executable, "-c", looked], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "desktop_cs.desk.due_reading" in known
    for late in ("desktop_cs.forms.field_types", "desktop_cs.desk.casework", "babel", "reportlab"):
        assert late not in known
