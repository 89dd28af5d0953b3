using ConnectionGen.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Test = ConnectionGen.Analyzers.Tests.CodeTest<ConnectionGen.Analyzers.ViaAnalyzer, ConnectionGen.CodeFixes.ReplaceNameFix>;

namespace ConnectionGen.Analyzers.Tests;

public sealed class ViaTests
{
    private static DiagnosticResult Error => new(CallRules.UnknownPath);

    private static string Method(string body, string parameters = "ConnectionGen.Sample.Lab lab") =>
        $$"""
        class Steps
        {
            async Task Run({{parameters}})
            {
                {{body}}
                await Task.Yield();
            }
        }
        """;

    [Fact]
    public Task The_message_says_what_was_meant_what_there_is_and_where() =>
        new Test(
            Method("await lab.Phoenix.ConnectAsync(alias: \"vty\", via: {|#0:\"mgnt\"|});"),
            Method("await lab.Phoenix.ConnectAsync(alias: \"vty\", via: \"mgmt\");"),
            Error.WithLocation(0).WithSpan("/0/lab.yaml", 4, 5, 4, 16)
                .WithMessage("There is no path 'mgnt' on device 'phoenix' (did you mean 'mgmt'?); it has highway, mgmt, see lab.yaml(4,5)")).WithLab().PassAsync();

    [Theory]
    [InlineData("await lab.Phoenix.ConnectAsync(\"vty\", {|CG1001:\"mgnt\"|});")]
    [InlineData("await lab.Phoenix.ConnectAsync<ConnectionGen.Sample.SshConnection>(via: {|CG1001:\"console\"|}, alias: \"vty\");")]
    [InlineData("lab.Phoenix.Instantiate(via: {|CG1001:\"console\"|});")]
    [InlineData("lab.R2.Connect(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("await lab.R2.ConnectPoolAsync(3, via: {|CG1001:\"mgmt\"|});")]
    [InlineData("await lab.R2.ConnectionManager.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("lab?.R2?.Connect(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("const string Wrong = \"mg\" + \"nt\"; await lab.Phoenix.ConnectAsync(via: {|CG1001:Wrong|});")]
    [InlineData("var wrong = \"mgnt\"; await lab.Phoenix.ConnectAsync(via: {|CG1001:wrong|});")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: {|CG1001:nameof(Run)|});")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: {|CG1001:ConnectionGen.Sample.Lab.R2Device.Via.Console|});")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: lab is null ? \"mgmt\" : {|CG1001:\"mgnt\"|});")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: lab switch { null => {|CG1001:\"a-b\"|}, _ => \"mgmt\" });")]
    [InlineData("await lab.Devices[\"phoenix\"].ConnectAsync(via: {|CG1001:\"console\"|});")]
    [InlineData("await lab.Devices[\"uut\"].ConnectAsync(via: {|CG1001:\"console\"|});")]
    [InlineData("var device = lab.Devices[\"r-2\"]; await device.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("Device device = lab.R2; await device.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("Testbed any = lab; await any.Devices[\"r-2\"].ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("var any = Testbed.Load(\"lab.yaml\"); await any.Devices[\"r-2\"].ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("await using var any = await Testbed.LoadAsync(\"lab.yaml\").ConfigureAwait(false); await any.Devices[\"r-2\"].ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("if (lab.Devices.TryGetValue(\"r-2\", out var device)) await device.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("Device device = lab is null ? lab!.Phoenix : lab.R2; await device.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("Device device = lab switch { null => lab!.Phoenix, _ => lab.R2 }; await device.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("var (a, b) = ((Device)lab.Phoenix, (Device)lab.R2); await a.ConnectAsync(via: \"mgmt\"); await b.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("foreach (var device in lab.Devices.Values) await device.ConnectAsync(via: {|CG1001:\"mgnt\"|});")]
    [InlineData("foreach (var (name, device) in lab.Devices) await device.ConnectAsync(via: {|CG1001:\"mgnt\"|});")]
    [InlineData("foreach (var pair in lab.Devices) await pair.Value.ConnectAsync(via: {|CG1001:\"mgnt\"|});")]
    [InlineData("foreach (var device in new Device[] { lab.Phoenix, lab.R2 }) await device.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    [InlineData("await Task.WhenAll(lab.Devices.Values.Where(d => d.Name != \"\").Select(d => d.ConnectAsync(via: {|CG1001:\"mgnt\"|})));")]
    [InlineData("if ((Device)lab.R2 is { } device) await device.ConnectAsync(via: {|CG1001:\"mgmt\"|});")]
    public Task A_path_that_the_device_does_not_have_is_an_error(string body) => new Test(Method(body)).WithLab().PassAsync();

    [Theory]
    [InlineData("await lab.Phoenix.ConnectAsync(alias: \"mgnt\", via: \"mgmt\");")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: ConnectionGen.Sample.Lab.PhoenixDevice.Via.Mgmt);")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: null);")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: Environment.MachineName);")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: string.Concat(\"mg\", \"nt\"));")]
    [InlineData("var via = \"mgnt\"; via = Environment.MachineName; await lab.Phoenix.ConnectAsync(via: via);")]
    [InlineData("foreach (var device in lab.Devices.Values) await device.ConnectAsync(via: \"console\");")]
    [InlineData("Device device = lab.Phoenix; device = lab.R2; await device.ConnectAsync(via: \"console\");")]
    [InlineData("await Testbed.Load(Environment.MachineName).Devices[\"phoenix\"].ConnectAsync(via: \"other\");")]
    [InlineData("await Testbed.Load(\"other.yaml\").Devices[\"phoenix\"].ConnectAsync(via: \"other\");")]
    [InlineData("await Testbed.Parse(\"devices: {}\").Devices[\"phoenix\"].ConnectAsync(via: \"other\");")]
    [InlineData("using var any = Testbed.Parse(\"devices: {}\"); foreach (var device in any.Devices.Values) device.Connect(via: \"other\");")]
    [InlineData("Console.WriteLine(\"mgnt\");")]
    public Task What_is_right_or_cannot_be_known_is_silent(string body) => new Test(Method(body)).WithLab().PassAsync();

    [Fact]
    public Task A_path_of_no_device_at_all_is_a_warning_where_the_device_is_unknown() =>
        new Test(
            Method("await device.ConnectAsync(via: {|#0:\"mgnt\"|}); await device.ConnectAsync(via: \"console\");", "Device device"),
            Method("await device.ConnectAsync(via: \"mgmt\"); await device.ConnectAsync(via: \"console\");", "Device device"),
            new DiagnosticResult("CG1001", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage("There is no path 'mgnt' on any device of lab.yaml (did you mean 'mgmt'?); they have highway, mgmt, console")).WithLab().PassAsync();

    [Fact]
    public Task Without_a_testbed_nothing_is_known() =>
        new Test(Method("await device.ConnectAsync(via: \"mgnt\");", "Device device")).PassAsync();

    [Fact]
    public Task Each_testbed_has_its_own_devices() =>
        new Test(Method("await lab.R2.ConnectAsync(via: {|CG1001:\"ssh\"|}); await device.ConnectAsync(via: \"ssh\");", "ConnectionGen.Sample.Lab lab, Device device"))
            .WithLab().WithItem("edge.yaml", "devices:\n  r-2:\n    connections:\n      ssh:\n").PassAsync();

    [Fact]
    public Task A_helper_s_path_is_checked_against_its_device() =>
        new Test("""
            using ConnectionGen.Sample;
            static class Steps
            {
                public static Task Open(Device on, string what, [ViaPath] string via) => on.ConnectAsync(via: via);
                public static Task Reopen(this Device on, [ViaPath] string via) => on.ConnectAsync(via: via);
                static async Task Run(Lab lab)
                {
                    await Open(lab.R2, "mgmt", {|CG1001:"mgmt"|});
                    await Steps.Open(via: {|CG1001:"mgmt"|}, what: "x", on: lab.R2);
                    await lab.R2.Reopen({|CG1001:"mgmt"|});
                    await lab.R2.Reopen("console");
                    new Session(lab.R2, {|CG1001:"mgmt"|}).ToString();
                    Session session = new(lab.R2, {|CG1001:"mgmt"|});
                }
            }
            class Session(Device device, [ViaPath] string via) { public override string ToString() => device.Name + via; }
            """).WithLab().PassAsync();

    [Fact]
    public Task A_call_inside_a_device_s_own_type_is_about_that_device() =>
        new Test("""
            namespace ConnectionGen.Sample;
            partial class Lab
            {
                Task All() => Devices["r-2"].ConnectAsync(via: {|CG1001:"mgmt"|});
                partial class R2Device { public Task Open() => ConnectAsync(via: {|CG1001:"mgmt"|}); public Task Again() => this.ConnectAsync(via: {|CG1001:"mgmt"|}); }
            }
            """).WithLab().PassAsync();

    [Fact]
    public Task Fields_that_are_set_once_are_followed() =>
        new Test("""
            using ConnectionGen.Sample;
            class Tests
            {
                private static readonly Lab s_lab = Lab.Load();
                private readonly Device _r2 = s_lab.Devices["r-2"];
                private Device _changes = s_lab.Devices["r-2"];
                private Device Phoenix => s_lab.Devices["phoenix"];
                void Run()
                {
                    _r2.Connect(via: {|CG1001:"mgmt"|});
                    Phoenix.Connect(via: {|CG1001:"console"|});
                    _changes.Connect(via: "mgmt");
                }
            }
            """).WithLab().PassAsync();

    [Fact]
    public Task A_file_that_breaks_off_proves_nothing_about_devices_it_does_not_show() =>
        new Test(Method("await device.ConnectAsync(via: \"mgnt\");", "Device device")).WithItem("lab.yaml", "devices:\n  a: [\n").PassAsync();

    [Fact]
    public Task Every_path_is_offered_and_the_nearest_is_taken_everywhere()
    {
        var test = new Test(
            Method("await lab.Phoenix.ConnectAsync(via: {|CG1001:\"mgnt\"|}); await lab.Phoenix.ConnectAsync(via: /* why */ {|CG1001:@\"higway\"|} /* so */);"),
            Method("await lab.Phoenix.ConnectAsync(via: \"highway\"); await lab.Phoenix.ConnectAsync(via: /* why */ \"mgmt\" /* so */);"))
        { CodeActionIndex = 1, CodeActionEquivalenceKey = "CG1001:1" };
        return test.WithLab().PassAsync();
    }

    [Fact]
    public Task Defaults_is_no_path() =>
        new Test(
            Method("await lab.Phoenix.ConnectAsync(via: {|#0:\"defaults\"|});"),
            Method("await lab.Phoenix.ConnectAsync(via: \"highway\");"),
            new DiagnosticResult(CallRules.DefaultsAsPath).WithLocation(0).WithSpan("/0/lab.yaml", 4, 5, 4, 16)
                .WithMessage("'defaults' is the block that all paths of a device share and no path itself; leave 'via' out to use the default path, or name one of highway, mgmt")).WithLab().PassAsync();

    [Fact]
    public Task Defaults_as_an_alias_is_no_business_of_the_path_rule() =>
        new Test(Method("await lab.Phoenix.ConnectAsync(alias: \"defaults\");")).WithLab().PassAsync();

    [Theory]
    [InlineData("Lab_", "lab", "2,10")]
    [InlineData("Load_", "load", "3,11")]
    [InlineData("AB", "a-b", "4,10")]
    [InlineData("AB_", "a.b", "5,10")]
    public Task A_device_whose_name_meets_another_is_known(string property, string device, string place)
    {
        const string Yaml = "devices:\n  lab: { connections: { mgmt: { ip: 192.0.2.1 } } }\n  load: { connections: { mgmt: { ip: 192.0.2.1 } } }\n"
            + "  a-b: { connections: { mgmt: { ip: 192.0.2.1 } } }\n  a.b: { connections: { mgmt: { ip: 192.0.2.1 } } }\n";
        return new Test(
            $"[Testbed(\"own.yaml\")] public partial class Lab; class Steps {{ void Run(Lab lab) {{ lab.{property}.Connect(via: {{|#0:\"mgnt\"|}}); lab.{property}.Connect(via: \"mgmt\"); }} }}",
            $"[Testbed(\"own.yaml\")] public partial class Lab; class Steps {{ void Run(Lab lab) {{ lab.{property}.Connect(via: \"mgmt\"); lab.{property}.Connect(via: \"mgmt\"); }} }}",
            new DiagnosticResult(CallRules.UnknownPath).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithMessage($"There is no path 'mgnt' on device '{device}' (did you mean 'mgmt'?); it has mgmt, see own.yaml({place})")).WithItem("own.yaml", Yaml).PassAsync();
    }
}
