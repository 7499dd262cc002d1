"""The window: panes are handed values and emit signals; `app` and `navigation` connect them. No network, no SQL."""
