"""From the words to the command; only what it needs is imported."""

import os
import subprocess
import sys


def test_a_list_of_cases_imports_neither_the_window_nor_paper(root, tmp_path):
    code = (
        "import sys\n"
        "from desktop_cs.cli.main import main\n"
        f"main(['demo', '--cases', '1', '--data', {str(tmp_path / 'shop')!r}])\n"
        f"main(['case', 'list', '--data', {str(tmp_path / 'shop')!r}])\n"
        "heavy = {'PySide6', 'reportlab', 'numpy', 'uharfbuzz', 'pypdfium2'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
        timeout=120,
    )
    assert (ended.returncode, ended.stderr) == (0, "1 of 1 cases\n")
