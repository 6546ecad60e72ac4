"""What is found in a text by itself: names, later also sayings and citations."""
