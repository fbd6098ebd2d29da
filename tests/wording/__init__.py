"""The wording check against labelled drafts: a development half and a test half."""
