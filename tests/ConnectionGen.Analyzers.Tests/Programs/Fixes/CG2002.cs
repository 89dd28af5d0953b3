using ConnectionGen;

[Testbed({|CG2002:"labb.yaml"|})] // why
public sealed partial class Lab;
// file: Two.cs
using ConnectionGen;

[Testbed(/* so */ {|CG2002:"wbe.yaml"|})]
public sealed partial class Web;
