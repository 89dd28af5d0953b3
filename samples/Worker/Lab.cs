using ConnectionGen;

namespace Worker;

/// <summary>The device of <c>network.yaml</c>, as a type.</summary>
[Testbed("network.yaml")]
internal sealed partial class Lab;
