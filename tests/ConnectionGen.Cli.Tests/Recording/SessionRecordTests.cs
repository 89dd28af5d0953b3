using ConnectionGen.Simulation;

namespace ConnectionGen.Cli.Tests.Recording;

/// <summary>A connection records its sessions, in a file or to an observer.</summary>
public sealed class SessionRecordTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectiongen-record-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_record_becomes_mock_data_that_plays()
    {
        var file = In("r1.txt");
        await using (var router = RecordedRouter.Start($", session_record: {file}"))
        {
            await router.Device.ConnectAsync(cancellationToken: Token);
            await WorkAsync(router.Device);
            await router.Device.DisconnectAsync(cancellationToken: Token);
        }

        var data = MockDataRecorder.ToMockData(SessionRecording.Parse(await File.ReadAllTextAsync(file, Token)), new RecordingOptions { HostName = "r1" });
        Assert.Empty(MockData.Parse(data.ToYaml()).Warnings);
        await using var played = SimulatedDevice.Start(MockData.Parse(data.ToYaml()), new SimulatedDeviceOptions { HostName = "r1" });
        await using var lab = Testbed.Parse(RecordedRouter.Describe(played.Port, login: "secret", enable: "secret"));
        await lab.Devices["r1"].ConnectAsync(cancellationToken: Token);
        await WorkAsync(lab.Devices["r1"]);
        await lab.Devices["r1"].DisconnectAsync(cancellationToken: Token);
        Assert.Empty(played.UnexpectedCommands);

        static async Task WorkAsync(Device device)
        {
            Assert.Equal("Some OS\nversion 1", await device.ExecuteAsync("show version", cancellationToken: Token));
            Assert.Equal("12:00:00", await device.ExecuteAsync("show clock", cancellationToken: Token));
            await device.ConfigureAsync("no ip domain lookup", cancellationToken: Token);
            Assert.Equal("12:00:01", await device.ExecuteAsync("show clock", cancellationToken: Token));
        }
    }

    [Fact]
    public async Task The_observer_of_a_testbed_is_told_all_sessions_from_their_first_byte_in_the_flow_of_the_call()
    {
        var flow = new AsyncLocal<string>();
        var told = new List<(Connection Connection, string Line, string? Flow)>();
        await using var router = RecordedRouter.Start(options: new TestbedOptions { SessionObserver = (connection, entry) => told.Add((connection, $"{entry.Direction} {entry.Text}", flow.Value)) });
        flow.Value = "connecting";
        var connection = await router.Device.ConnectAsync(cancellationToken: Token);
        flow.Value = "asking";
        await router.Device.ExecuteAsync("show clock", cancellationToken: Token);

        Assert.All(told, one => Assert.Same(connection, one.Connection));
        Assert.Contains(told, static one => one is { Line: "Typed admin\r", Flow: "connecting" });
        Assert.Contains(told, static one => one is { Line: "Typed ***\r", Flow: "connecting" });
        Assert.Contains(told, static one => one is { Line: "Typed show clock\r", Flow: "asking" });
        Assert.Contains("12:00:00", string.Concat(told.Where(static one => one.Flow == "asking").Select(static one => one.Line)), StringComparison.Ordinal);
        Assert.DoesNotContain(RecordedRouter.Login, string.Concat(told.Select(static one => one.Line)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_secret_is_in_the_record_sent_echoed_or_known(int pieces)
    {
        var file = In("r1.txt");
        var faults = pieces == 0 ? null : new FaultPlan().Pieces(pieces, TimeSpan.FromMilliseconds(0.1));
        await using var router = RecordedRouter.Start($", session_record: {file}", faults);
        await router.Device.ConnectAsync(cancellationToken: Token);
        var shown = await router.Device.ExecuteAsync("show passwords", cancellationToken: Token);
        Assert.Equal($"user other password {RecordedRouter.Unsent}\nenable password {RecordedRouter.Enable}", shown);
        await router.Device.DisconnectAsync(cancellationToken: Token);

        var record = await File.ReadAllTextAsync(file, Token);
        Assert.DoesNotContain(RecordedRouter.Login, record, StringComparison.Ordinal);
        Assert.DoesNotContain(RecordedRouter.Enable, record, StringComparison.Ordinal);
        Assert.DoesNotContain(RecordedRouter.Unsent, record, StringComparison.Ordinal);
        var said = string.Concat(SessionRecording.Parse(record).Entries.Where(static entry => entry.Direction == TranscriptDirection.Sent).Select(static entry => entry.Text));
        Assert.Contains("Username: admin\r\nPassword: ***\r\nr1>enable\r\nPassword: ***\r\nr1#", said, StringComparison.Ordinal);
        Assert.Contains("user other password ***\r\nenable password ***\r\nr1#", said, StringComparison.Ordinal);
    }

    [Fact, Behaviour("SV-46")]
    public async Task A_record_begins_changes_and_ends_while_the_connection_is_open()
    {
        await using var router = RecordedRouter.Start();
        var connection = await router.Device.ConnectAsync<CliConnection>(cancellationToken: Token);
        Assert.Null(connection.SessionRecordFile);
        await connection.LogToAsync(In("{device}/{alias}-{via}.txt"), Token);
        Assert.Equal(In("r1/default-cli.txt"), connection.SessionRecordFile);
        await connection.ExecuteAsync("show version", cancellationToken: Token);
        await connection.LogToAsync(In("second.txt"), Token);
        await connection.ExecuteAsync("show clock", cancellationToken: Token);
        await connection.LogToAsync(null, Token);
        Assert.Null(connection.SessionRecordFile);
        await connection.ExecuteAsync("show passwords", cancellationToken: Token);
        Assert.Equal(["show version\r"], await TypedInAsync(In("r1/default-cli.txt")));
        Assert.Equal(["show clock\r"], await TypedInAsync(In("second.txt")));
    }

    [Fact]
    public async Task A_record_goes_on_when_the_connection_is_opened_again()
    {
        await using var router = RecordedRouter.Start();
        var connection = await router.Device.ConnectAsync<CliConnection>(cancellationToken: Token);
        var file = In("r1.txt");
        await connection.LogToAsync(file, Token);
        await connection.LogToAsync(file, Token);
        await connection.DisconnectAsync(Token);
        Assert.Null(connection.SessionRecordFile);
        await connection.ConnectAsync(Token);
        Assert.Equal(file, connection.SessionRecordFile);
        await connection.ExecuteAsync("show version", cancellationToken: Token);
        // it could be the begin of a secret, and waits for more
        await connection.SendAsync(RecordedRouter.Enable[..1], Token);
        await connection.LogToAsync(null, Token);
        Assert.Equal(["exit\r", "admin\r", "***\r", "enable\r", "***\r", "terminal length 0\r", "terminal width 0\r", "show version\r", "e"], await TypedInAsync(file));
        Assert.Equal(2, (await File.ReadAllLinesAsync(file, Token)).Count(static line => line.StartsWith("# ", StringComparison.Ordinal) && line.EndsWith(", 'default' of 'r1' via 'cli'", StringComparison.Ordinal)));
    }

    [Fact, Behaviour("SV-45")]
    public async Task An_observer_is_told_what_is_typed_and_what_comes_until_it_is_disposed()
    {
        await using var router = RecordedRouter.Start();
        var connection = router.Device.Instantiate<CliConnection>();
        var seen = new List<SessionEntry>();
        using (connection.ObserveSession(seen.Add))
        {
            await connection.ConnectAsync(Token);
            await connection.ExecuteAsync("show version", cancellationToken: Token);
        }

        var count = seen.Count;
        await connection.ExecuteAsync("show clock", cancellationToken: Token);
        Assert.Equal(count, seen.Count);
        Assert.Equal(["admin\r", "***\r", "enable\r", "***\r", "terminal length 0\r", "terminal width 0\r", "show version\r"], seen.Where(static entry => entry.Direction == SessionDirection.Typed).Select(static entry => entry.Text));
        Assert.EndsWith("version 1\r\nr1#", string.Concat(seen.Where(static entry => entry.Direction == SessionDirection.Received).Select(static entry => entry.Text)), StringComparison.Ordinal);
        Assert.True(seen.Zip(seen.Skip(1)).All(static pair => pair.First.At <= pair.Second.At));
    }

    [Fact]
    public async Task An_observer_that_fails_is_told_nothing_more_and_the_session_goes_on()
    {
        await using var router = RecordedRouter.Start();
        var connection = router.Device.Instantiate<CliConnection>();
        var (failed, told) = (0, 0);
        using var failing = connection.ObserveSession(_ =>
        {
            failed++;
            throw new InvalidOperationException("mine");
        });
        using var other = connection.ObserveSession(_ => told++);
        await connection.ConnectAsync(Token);
        Assert.Equal(1, failed);
        Assert.True(told > 1, $"{told}");
    }

    [Fact]
    public async Task A_record_that_cannot_be_written_is_said_when_connecting()
    {
        await File.WriteAllTextAsync(In("file"), "", Token);
        var file = In("file/r1.txt");
        await using var router = RecordedRouter.Start($", session_record: {file}");
        var error = await Assert.ThrowsAsync<SessionRecordException>(() => router.Device.ConnectAsync(cancellationToken: Token));
        Assert.StartsWith($"'default' of 'r1' via 'cli': the session record '{file}' cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(file, error.File);
        Assert.False(router.Device.IsConnected());
    }

    [Fact]
    public async Task A_word_that_stands_for_nothing_is_said_with_those_that_there_are()
    {
        await using var router = RecordedRouter.Start();
        var connection = await router.Device.ConnectAsync<CliConnection>(cancellationToken: Token);
        var error = await Assert.ThrowsAsync<SessionRecordException>(() => connection.LogToAsync("{host}.txt", Token));
        Assert.Equal("'default' of 'r1' via 'cli': '{host}' in the session record '{host}.txt' stands for nothing. There are: {device}, {alias}, {via}, {time}.", error.Message);
        Assert.True(connection.IsConnected);
    }

    [Fact]
    public async Task Workers_of_a_pool_have_files_of_their_own_and_one_for_two_is_refused()
    {
        await using var router = RecordedRouter.Start($", session_record: '{In("{alias}.txt")}'");
        await using (var pool = await router.Device.ConnectPoolAsync<CliConnection>(2, cancellationToken: Token))
            await pool.ExecuteAsync("show version", cancellationToken: Token);
        Assert.Equal(["default[1].txt", "default[2].txt"], _folder.GetFiles().Select(static file => file.Name).Order(StringComparer.Ordinal));

        await using var one = RecordedRouter.Start($", session_record: '{In("one.txt")}'");
        var error = await Assert.ThrowsAsync<SessionRecordException>(() => one.Device.ConnectPoolAsync<CliConnection>(2, cancellationToken: Token));
        Assert.EndsWith("{alias}, {device} and {time} in its name give each session its own.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_a_command_that_fails_is_in_no_message()
    {
        await using var router = RecordedRouter.Start();
        await router.Device.ConnectAsync(cancellationToken: Token);
        var refused = await Assert.ThrowsAsync<CommandFailedException>(() => router.Device.ExecuteAsync($"username new password {RecordedRouter.Unsent}", cancellationToken: Token));
        Assert.Equal("'default' of 'r1' via 'cli': 'username new password ***' failed: % Invalid command \"username new password ***\"", refused.Message);
        var line = await Assert.ThrowsAsync<CommandFailedException>(() => router.Device.ConfigureAsync($"enable secret {RecordedRouter.Enable}", cancellationToken: Token));
        Assert.DoesNotContain(RecordedRouter.Enable, line.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_connect_leaves_the_record_of_what_was_said()
    {
        var file = In("r1.txt");
        await using var router = RecordedRouter.Start();
        await using var lab = Testbed.Parse(RecordedRouter.Describe(router.Port, $", session_record: {file}, connection_timeout: 2", login: "wrong-Xy9"));
        await Assert.ThrowsAnyAsync<Exception>(() => lab.Devices["r1"].ConnectAsync(cancellationToken: Token));
        Assert.Contains("admin\r", await TypedInAsync(file));
        Assert.DoesNotContain("wrong-Xy9", await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);
        // nobody has it open any more
        await using var mine = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private static async Task<IEnumerable<string>> TypedInAsync(string file) =>
        (await File.ReadAllLinesAsync(file, Token)).Select(static line => SessionEntry.TryParse(line, out var entry) ? entry : null).OfType<SessionEntry>()
            .Where(static entry => entry.Direction == SessionDirection.Typed).Select(static entry => entry.Text);
}
