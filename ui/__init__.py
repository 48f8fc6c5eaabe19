"""How 卷宗 looks: the window, on the services of ``app``."""
