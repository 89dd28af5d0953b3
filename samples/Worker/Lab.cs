using ConnectionGen;

namespace Worker;

/// <summary>The device of <c>lab.yaml</c>, as a type.</summary>
[Testbed("lab.yaml")]
internal sealed partial class Lab;
