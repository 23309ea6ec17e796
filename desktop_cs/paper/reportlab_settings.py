"""How reportlab makes a PDF: set once, before the first page is drawn."""

from reportlab import rl_config

# Nothing that is printed may fetch anything: pictures are handed in as bytes.
rl_config.trustedSchemes = ["data"]
rl_config.trustedHosts = []
# Pages as zlib packs them: spelled out in printable characters they are a quarter longer, and later made.
rl_config.useA85 = 0
