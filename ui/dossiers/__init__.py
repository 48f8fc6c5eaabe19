"""卷宗: choosing, building, opening, the ledger."""
