"""What 卷宗 stores: the SQLAlchemy models, the engine and the migrations."""
