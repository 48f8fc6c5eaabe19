"""What the tools of verification methods show: ``panels`` finds a method's, each has a module."""
