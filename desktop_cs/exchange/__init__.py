"""Tables that come from other programs: read whatever their encoding and shape, and turned into cases."""
