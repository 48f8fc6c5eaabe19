"""Which pixel of a scan shows which point of the page."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Grey = NDArray[np.uint8]


def fit_affine(points: "Floats", pixels: "Floats") -> "Floats":
    """The best 3 × 3 matrix without perspective; both are rows of x and y."""
    import numpy as np

    rows = np.column_stack((points, np.ones(len(points))))
    solved = np.linalg.lstsq(rows, pixels, rcond=None)[0]
    return np.vstack((solved.T, (0.0, 0.0, 1.0)))


def fit_perspective(points: "Floats", pixels: "Floats") -> "Floats":
    """The best 3 × 3 matrix with perspective, by the normalised direct linear transformation."""
    import numpy as np

    from_points, to_pixels = _normalising(points), _normalising(pixels)
    x, y = project(from_points, points).T
    u, v = project(to_pixels, pixels).T
    one, none = np.ones_like(x), np.zeros_like(x)
    first = np.column_stack((x, y, one, none, none, none, -u * x, -u * y, -u))
    second = np.column_stack((none, none, none, x, y, one, -v * x, -v * y, -v))
    *_, right = np.linalg.svd(np.vstack((first, second)))
    matrix: Any = np.linalg.inv(to_pixels) @ right[-1].reshape(3, 3) @ from_points
    result: Floats = matrix / matrix[2, 2]
    return result


def project(matrix: "Floats", points: "Floats") -> "Floats":
    """The points, rows of x and y, as the matrix moves them."""
    import numpy as np

    moved = points @ matrix[:, :2].T + matrix[:, 2]
    result: Floats = moved[:, :2] / np.where(moved[:, 2:] == 0, 1e-12, moved[:, 2:])
    return result


def misfit(matrix: "Floats", points: "Floats", pixels: "Floats") -> float:
    """How far the points land from their pixels: the root of the mean square, in pixels."""
    import numpy as np

    return float(np.sqrt(((project(matrix, points) - pixels) ** 2).sum(axis=1).mean()))


def sample(image: "Grey", matrix: "Floats", points: "Floats") -> "Floats":
    """The brightness at points of the page, between pixels by their neighbours.

    Outside the scan it is white, as the lid of a scanner is.
    """
    import numpy as np

    pixels = project(matrix, points.reshape(-1, 2)) - 0.5
    high, wide = image.shape
    x, y = pixels[:, 0], pixels[:, 1]
    outside = (x < 0) | (y < 0) | (x > wide - 1) | (y > high - 1) | ~np.isfinite(x + y)
    x, y = np.where(outside, 0, x), np.where(outside, 0, y)
    left = np.minimum(x.astype(np.int64), wide - 2)
    top = np.minimum(y.astype(np.int64), high - 2)
    right_share, low_share = x - left, y - top
    flat = image.reshape(-1)
    at = top * wide + left
    upper = flat[at] * (1 - right_share) + flat[at + 1] * right_share
    lower = flat[at + wide] * (1 - right_share) + flat[at + wide + 1] * right_share
    values = np.where(outside, 255.0, upper * (1 - low_share) + lower * low_share)
    return values.reshape(points.shape[:-1])


def _normalising(points: "Floats") -> "Floats":
    import numpy as np

    middle = points.mean(axis=0)
    spread = float(np.sqrt(((points - middle) ** 2).sum(axis=1)).mean()) or 1.0
    scale = 2**0.5 / spread
    return np.array(((scale, 0, -scale * middle[0]), (0, scale, -scale * middle[1]), (0, 0, 1.0)))
