"""What 卷宗 does: one package per capability, free of Qt."""
