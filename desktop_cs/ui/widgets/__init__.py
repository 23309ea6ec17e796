"""The pieces that every page is made from. None of them knows a case or a customer."""
