using ConnectionGen.Xunit;

[assembly: AssemblyFixture(typeof(LabFixture))]

var failed = await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
Console.WriteLine(File.Exists("TestResults/report.html") ? "with a report" : "without a report");
return failed;

public sealed class ClockTests(LabFixture fixture)
{
    [Fact]
    public async Task The_clock_is_right()
    {
        await fixture.Testbed.Phoenix.ConnectAsync();
        Assert.Equal("12:00:00", await fixture.Testbed.Phoenix.ExecuteAsync("show clock"));
    }
}
