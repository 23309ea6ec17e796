"""The progress slip: what is wrong, why, by when it is put right, and how it is kept from happening again."""
