"""照片说明: the photos of items in a grid, described from the keyboard."""
