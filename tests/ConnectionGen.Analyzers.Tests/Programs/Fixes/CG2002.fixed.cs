using ConnectionGen;

[Testbed("lab.yaml")] // why
public sealed partial class Lab;
// file: Two.cs
using ConnectionGen;

[Testbed(/* so */ "web.yaml")]
public sealed partial class Web;
