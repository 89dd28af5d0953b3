namespace ConnectionGen.Analyzers.Tests;

/// <summary>The testbed that most tests use, and what the generator makes of it.</summary>
internal static class Labs
{
    public const string LabYaml = """
        devices:
          phoenix:
            alias: uut
            connections:
              defaults:
                alias: ironman
                via: highway
              highway:
                ip: 192.0.2.1
              mgmt:
                ip: 192.0.2.1
          r-2:
            connections:
              console:
                ip: 192.0.2.1
        """;

    public const string LabType = """
        namespace ConnectionGen.Sample
        {
            [ConnectionGen.Testbed("lab.yaml")]
            public partial class Lab : ConnectionGen.Testbed
            {
                public PhoenixDevice Phoenix => null!;
                public R2Device R2 => null!;
                public static new Lab Load(string? file = null) => null!;
                public sealed partial class PhoenixDevice : ConnectionGen.Device
                {
                    public static class Via { public const string Highway = "highway"; public const string Mgmt = "mgmt"; }
                }
                public sealed partial class R2Device : ConnectionGen.Device
                {
                    public static class Via { public const string Console = "console"; }
                }
            }
        }
        """;
}
