"""Sources of one format each -> Documents."""
