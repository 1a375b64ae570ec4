import Testing

@testable import Stochastics

/// The known answers published with Random123 (file `kat_vectors`, generator `philox4x64 10`).
@Suite struct PhiloxTests {
  @Test func zeroGivesThePublishedAnswer() {
    let block = Philox4x64.block(
      counter: Philox4x64.Block(0, 0, 0, 0), key: Philox4x64.Key(0, 0))
    #expect(
      block
        == Philox4x64.Block(
          0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc,
          0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b))
  }

  @Test func allOnesGiveThePublishedAnswer() {
    let block = Philox4x64.block(
      counter: Philox4x64.Block(.max, .max, .max, .max), key: Philox4x64.Key(.max, .max))
    #expect(
      block
        == Philox4x64.Block(
          0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224,
          0x9cc7_d7c6_9cd7_77b6, 0xa09c_aebf_594f_0ba0))
  }

  @Test func theDigitsOfPiGiveThePublishedAnswer() {
    let block = Philox4x64.block(
      counter: Philox4x64.Block(
        0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344,
        0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89),
      key: Philox4x64.Key(0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c))
    #expect(
      block
        == Philox4x64.Block(
          0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788,
          0xa5a1_610e_72fd_18b5, 0x57bd_43b5_e52b_7fe6))
  }

  /// From `numpy.random.Philox`, NumPy 2.4.6: counter (4, 3, 2, 1), advanced by one.
  @Test func numPyGivesTheSameBlock() {
    let block = Philox4x64.block(
      counter: Philox4x64.Block(5, 3, 2, 1), key: Philox4x64.Key(7, 9))
    #expect(
      block
        == Philox4x64.Block(
          13_414_404_662_443_722_509, 3_312_517_713_049_722_596,
          1_252_562_630_934_445_333, 11_245_062_654_954_271_727))
  }
}
