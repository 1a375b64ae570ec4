/// Gauss-Legendre quadrature with 16 nodes: exact for polynomials up to degree 31.
///
/// On a panel over which the logarithm of a smooth integrand changes by at most 20, the error is
/// below the rounding of the sum.
///
/// Source of the constants: roots of the Legendre polynomial in 40 digits (mpmath 1.3).
enum GaussLegendre {
  static let count = 16

  /// The positive nodes on -1...1; the others are their mirror images.
  @inline(__always)
  static var nodes: InlineArray<8, Double> {
    [
      0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438,
      0.755404408355003, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
    ]
  }

  /// The weights of the nodes.
  @inline(__always)
  static var weights: InlineArray<8, Double> {
    [
      0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.1495959888165767,
      0.12462897125553388, 0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
    ]
  }
}
