"""The three statutory tables as editable cells in the official layout."""
