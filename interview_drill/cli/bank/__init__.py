"""`drill bank ...`: what an author of questions types."""
