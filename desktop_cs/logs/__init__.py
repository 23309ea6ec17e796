"""What the program writes down about itself, for whoever helps the shop: never a word of anybody."""
