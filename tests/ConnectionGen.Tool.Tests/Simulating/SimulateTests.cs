using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConnectionGen.Tool.Tests;

public sealed class SimulateTests
{
    [Fact]
    [Behaviour("MD-03", "MD-24")]
    public async Task A_process_plays_over_its_standard_streams()
    {
        using var mock = new MockFile();
        await using var device = ToolCommand.Start("simulate", mock.Data, "--stdio", "--hostname", "r7");
        Assert.Equal("Username: ", await device.ReadToAsync("Username: "));

        await device.TypeAsync("admin\rsecret\rshow version\r");

        Assert.Equal("admin\r\nPassword: secret\r\nr7>show version\r\nSome OS\r\nVersion 1\r\nr7>", await device.ReadToAsync("Version 1\r\nr7>"));
        await device.TypeAsync("\u0004");
        Assert.Equal((0, ""), await device.EndAsync());
    }

    [Fact]
    [Behaviour("MD-11", "MD-12")]
    public async Task States_are_lines_with_a_port_each_and_consoles_wait_for_Enter()
    {
        using var mock = new MockFile();
        await using var device = ToolCommand.Start("simulate", mock.Data, "--state", "exec,login", "--console");
        var ports = await PortsAsync(device, 2);

        Assert.Equal(["exec", "login"], ports.Keys);
        Assert.EndsWith("\r\nRouter>", await FirstAnswerAsync(ports["exec"], "\r"), StringComparison.Ordinal);
        Assert.EndsWith("\r\nUsername: ", await FirstAnswerAsync(ports["login"], "\r"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_may_be_asked_for_and_must_be_free()
    {
        using var mock = new MockFile();
        await using var first = ToolCommand.Start("simulate", mock.Data, "--state", "exec");
        var port = Assert.Single(await PortsAsync(first, 1)).Value;

        await using var second = ToolCommand.Start("simulate", mock.Data, "--port", $"{port}");

        var (code, errors) = await second.EndAsync();
        Assert.Equal(1, code);
        Assert.StartsWith($"connectiongen: error: port {port} of 127.0.0.1 cannot be listened at: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_after_the_first_have_the_ports_after_its_own()
    {
        using var mock = new MockFile();

        var options = new SimulateRequest(mock.Data, ["exec", "login"], "r1", Port: 2001, IsConsole: false, Speed: 2, Faults: null).Read().Options;

        Assert.Equal([("exec", 2001), ("login", 2002)], options.Lines.Select(static line => (line.Name, line.Port)));
        Assert.Equal(("exec", 2.0), (options.InitialState, options.Speed));
    }

    [Fact]
    [Behaviour("MD-21", "MD-22")]
    public async Task A_recorded_session_is_played()
    {
        using var mock = new MockFile();
        var recording = mock.Write("session.txt", """
            0.000 sent "r1#"
            1.000 typed "show clock\r"
            1.010 sent "show clock\r\n12:00\r\nr1#"
            """);
        await using var device = ToolCommand.Start("simulate", recording, "--stdio", "--hostname", "r1", "--speed", "4");
        await device.ReadToAsync("r1#");

        await device.TypeAsync("show clock\r");

        Assert.Equal("show clock\r\n12:00\r\nr1#", await device.ReadToAsync("00\r\nr1#"));
    }

    [Fact]
    public async Task Faults_come_from_a_file()
    {
        using var mock = new MockFile();
        var faults = mock.Write("faults.yaml", "line_in_output: 'r1>'\n");
        await using var device = ToolCommand.Start("simulate", mock.Data, "--stdio", "--state", "exec", "--hostname", "r1", "--faults", faults);
        await device.ReadToAsync("r1>");

        await device.TypeAsync("show version\r");

        Assert.Equal("show version\r\nSome OS\r\nr1>\r\nVersion 1\r\nr1>", await device.ReadToAsync("1\r\nr1>"));
    }

    [Theory]
    [InlineData("exec:\n  commands: [", "", "data.yaml(3,1): not valid YAML")]
    [InlineData("exec:\n  prompt: x\n", "--state exek", "there is no state 'exek'; did you mean 'exec'?")]
    [InlineData("exec:\n  prompt: x\n", "--faults none.yaml", "none.yaml: cannot be read: ")]
    [InlineData("exec:\n  prompt: x\n", "--speed 0", "--speed takes a number above 0")]
    [InlineData("exec:\n  prompt: x\n", "--port 65536", "--port takes a port, 0 to 65535")]
    public async Task What_cannot_be_simulated_is_told_and_ends_with_2(string data, string options, string message)
    {
        using var mock = new MockFile();
        var file = mock.Write("data.yaml", data);

        var run = await ToolRun.OfAsync(["simulate", file, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("connectiongen: error: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.yaml", "connectiongen: error: none.yaml: cannot be read")]
    [InlineData("none.txt", "connectiongen: error: there is no file 'none.txt'\n")]
    public async Task A_missing_file_is_named(string file, string message)
    {
        var run = await ToolRun.OfAsync("simulate", file);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_writer_hardly_meant_is_told_and_it_is_played()
    {
        using var mock = new MockFile();
        await using var device = ToolCommand.Start("simulate", mock.Write("data.yaml", "exec:\n  prompt: 'x>'\n  promt: y\n"), "--stdio");
        await device.ReadToAsync("x>");
        await device.TypeAsync("\u0004");

        var (code, errors) = await device.EndAsync();

        Assert.Equal(0, code);
        Assert.Contains("data.yaml(3,3): ", errors, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Ctrl_C_is_its_regular_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a signal cannot be sent to one process there");
        using var mock = new MockFile();
        await using var device = ToolCommand.StartInterruptible("simulate", mock.Data);
        await PortsAsync(device, 1);

        await device.InterruptAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), await device.EndAsync());
    }

    private static async Task<Dictionary<string, int>> PortsAsync(RunningProcess device, int lines)
    {
        var text = "";
        while (text.Count(static letter => letter == '\n') < lines)
            text += await device.ReadToAsync("\n");

        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split(": telnet 127.0.0.1 "))
            .ToDictionary(static parts => parts[0], static parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What comes after something is typed, up to a prompt.</summary>
    private static async Task<string> FirstAnswerAsync(int port, string typed)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(typed), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var text = "";
        while (!text.EndsWith('>') && !text.EndsWith(": ", StringComparison.Ordinal))
        {
            var length = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.True(length > 0);
            text += Encoding.Latin1.GetString(buffer, 0, length);
        }

        return text;
    }
}
