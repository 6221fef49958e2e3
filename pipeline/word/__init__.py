"""Word files in and out: packages, styles, lists, tables, bookmarks, comments, revisions, the fingerprint."""
