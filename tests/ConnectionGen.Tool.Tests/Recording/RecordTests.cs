namespace ConnectionGen.Tool.Tests;

public sealed class RecordTests
{
    private const string Session = """
        0.000 sent "r1 login: "
        1.000 typed "admin\r"
        1.010 sent "admin\r\nPassword: "
        2.000 typed "swordfish\r"
        2.010 sent "\r\nr1#"
        3.000 typed "show clock\r"
        3.010 sent "show clock\r\n12:00\r\nr1#"

        """;

    [Fact]
    public async Task A_recorded_session_becomes_mock_data_without_its_password_that_simulate_plays()
    {
        using var mock = new MockFile();
        var folder = Path.Combine(Path.GetDirectoryName(mock.Data)!, "made");

        var run = await ToolRun.OfAsync("record", mock.Write("r1.txt", Session), "-o", folder, "--hostname", "r1");

        var made = Path.Combine(folder, "r1.yaml");
        Assert.Equal((0, made + "\n", ""), (run.Code, run.Output, run.Errors));
        Assert.DoesNotContain("swordfish", await File.ReadAllTextAsync(made, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var device = ToolCommand.Start("simulate", made, "--stdio", "--hostname", "r7");
        await device.ReadToAsync("r7 login: ");
        await device.TypeAsync("admin\rsecret\rshow clock\r");
        Assert.EndsWith("show clock\r\n12:00\r\nr7#", await device.ReadToAsync("12:00\r\nr7#"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_named_as_a_secret_is_replaced_and_delays_are_kept_where_they_are_wanted()
    {
        using var mock = new MockFile();
        var (file, folder) = (mock.Write("r1.txt", Session.Replace("3.010", "3.750", StringComparison.Ordinal)), Path.GetDirectoryName(mock.Data)!);

        Assert.Equal(0, (await ToolRun.OfAsync("record", file, "-o", folder, "--secret", "12:00", "--keep-delays")).Code);

        var made = await File.ReadAllTextAsync(Path.Combine(folder, "r1.yaml"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("12:00", made, StringComparison.Ordinal);
        Assert.Contains("0.75", made, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_run_recorded_is_played_as_the_device_was()
    {
        await using var lab = await LabFolder.StartAsync();
        var (records, mock) = (lab.Of("records"), lab.Of("mock"));

        var run = await ToolRun.OfAsync("run", "-t", lab.Testbed, "-d", "r2", "--record", records, "show version");
        var record = await ToolRun.OfAsync("record", Path.Combine(records, "r2.txt"), "-o", mock, "--hostname", "r2");

        Assert.Equal((0, 0), (run.Code, record.Code));
        Assert.DoesNotContain("lab-pass", await File.ReadAllTextAsync(Path.Combine(records, "r2.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var device = ToolCommand.Start("simulate", Path.Combine(mock, "r2.yaml"), "--stdio", "--hostname", "r7");
        await device.ReadToAsync("Username: ");
        await device.TypeAsync("admin\rsecret\rshow version\r");
        Assert.EndsWith("Version 17.3\r\nUptime is 4 weeks\r\nr7#", await device.ReadToAsync("weeks\r\nr7#"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_sessions_become_a_file_each()
    {
        using var mock = new MockFile();
        var (one, other, folder) = (mock.Write("r1.txt", Session), mock.Write("r2.txt", Session), Path.GetDirectoryName(mock.Data)!);

        var run = await ToolRun.OfAsync("record", one, other, "-o", folder);

        Assert.Equal((0, $"{folder}/r1.yaml\n{folder}/r2.yaml\n".Replace('/', Path.DirectorySeparatorChar)), (run.Code, run.Output));
        Assert.True(File.Exists(Path.Combine(folder, "r2.yaml")));
    }

    [Fact]
    public async Task What_is_no_recording_is_told_with_its_line()
    {
        using var mock = new MockFile();
        var file = mock.Write("r1.txt", "0.000 sent \"r1#\"\nhello\n");

        var run = await ToolRun.OfAsync("record", file);

        Assert.Equal(2, run.Code);
        Assert.Equal($"connectiongen: error: {file}(2,1): not '<seconds> typed|sent \"<text>\"': hello\n", run.Errors);
    }
}
