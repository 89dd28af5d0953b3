using ConnectionGen;

namespace NetworkTests;

/// <summary>The routers of <c>lab.yaml</c>, as types.</summary>
[Testbed("lab.yaml")]
public sealed partial class Lab;
