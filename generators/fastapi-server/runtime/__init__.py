"""What the generated modules stand on. Handwritten, the same in every server."""
