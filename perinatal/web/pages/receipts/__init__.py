"""The receipts: every answer on sharing, to see, print and keep."""
