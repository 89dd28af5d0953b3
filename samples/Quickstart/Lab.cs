using ConnectionGen;

namespace Quickstart;

/// <summary>The devices of <c>lab.yaml</c>, as types: <c>lab.Edge</c> and <c>lab.Probe</c>, with their paths.</summary>
[Testbed("lab.yaml")]
internal sealed partial class Lab;
