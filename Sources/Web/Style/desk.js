// The desk works without this file; with it some things are quicker.
