using System.CommandLine;

namespace ConnectionGen.Tool.Tests;

public sealed class LabOptionsTests
{
    private const string Variable = "CONNECTIONGEN_TESTBED";

    [Theory]
    [InlineData("", HostKeyPolicy.Strict)]
    [InlineData("--host-keys strict", HostKeyPolicy.Strict)]
    [InlineData("--host-keys accept-new", HostKeyPolicy.AcceptNew)]
    [InlineData("--host-keys off", HostKeyPolicy.Off)]
    public void Host_keys_are_judged_as_asked(string line, HostKeyPolicy policy) => Assert.Equal(policy, Read(line).Options.HostKeys);

    [Fact]
    public void What_is_said_is_what_is_asked_for()
    {
        var request = Read("-t lab.yaml -d r1,r2 --device r3 --via mgmt --at-once 7 --limit 1.5 --known-hosts hosts --log-folder logs --record records");

        Assert.Equal(["r1", "r2", "r3"], request.Devices);
        Assert.Equal(("lab.yaml", "mgmt", 7, TimeSpan.FromSeconds(1.5)), (request.File, request.Via, request.AtOnce, request.Limit));
        Assert.Equal(("hosts", "logs", "records"), (request.Options.KnownHostsFile, request.LogFolder, request.RecordFolder));
    }

    [Fact]
    public void What_is_not_said_is_all_devices_by_their_own_ways()
    {
        var request = Read("");

        Assert.Equal((null, null, 50, null), (request.Devices, request.Via, request.AtOnce, request.Limit));
        Assert.Equal((null, null, null), (request.Options.KnownHostsFile, request.LogFolder, request.RecordFolder));
    }

    [Theory]
    [InlineData("", null, "testbed.yaml")]
    [InlineData("", "", "testbed.yaml")]
    [InlineData("", "site.yaml", "site.yaml")]
    [InlineData("-t lab.yaml", "site.yaml", "lab.yaml")]
    public void The_testbed_is_the_one_that_is_named_or_that_of_the_environment_or_the_usual(string line, string? variable, string file) => Assert.Equal(file, Read(line, variable).File);

    private static LabRequest Read(string line, string? variable = null)
    {
        var options = new LabOptions(new Screen(TextWriter.Null, TextWriter.Null) { Environment = name => name == Variable ? variable : null });
        var command = new Command("any");
        options.AddTo(command);
        return options.Read(command.Parse(line));
    }
}
