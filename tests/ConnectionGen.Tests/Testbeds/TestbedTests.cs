namespace ConnectionGen.Tests.Testbeds;

/// <summary>Work on all devices of a testbed at once.</summary>
public sealed class TestbedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("DI-13", "DI-15", "DI-16", "DI-18")]
    public async Task Devices_are_found_by_name_in_file_order()
    {
        await using var lab = ProbeLab.Load();
        Assert.Equal(["r1", "r2"], lab.Devices.Keys);
        Assert.Same(lab, lab.Devices["r1"].Testbed);
        Assert.Equal(("r1", "r1", "linux", "router"), (lab.Devices["r1"].Name, lab.Devices["r1"].DeviceAlias, lab.Devices["r1"].Os, lab.Devices["r1"].Type));
        Assert.Equal(["mgmt", "console"], lab.Devices["r1"].Paths.Keys);
        Assert.Equal("probes", lab.Name);
    }

    [Fact, Behaviour("DI-19", "DI-23", "DI-24", "DI-02")]
    public async Task Connect_disconnect_and_destroy_go_to_all_devices()
    {
        await using var lab = ProbeLab.Load();
        await lab.ConnectAsync(cancellationToken: Token);
        Assert.All(lab.Devices.Values, static device => Assert.True(device.IsConnected()));
        var connection = lab.Devices["r1"].ConnectionManager.Connections["default"];
        await lab.DisconnectAsync(cancellationToken: Token);
        Assert.All(lab.Devices.Values, static device => Assert.False(device.IsConnected()));
        lab.Connect(cancellationToken: Token);
        Assert.Same(connection, lab.Devices["r1"].ConnectionManager.Connections["default"]);
        lab.Disconnect(cancellationToken: Token);
        await lab.DestroyAsync(cancellationToken: Token);
        Assert.All(lab.Devices.Values, static device => Assert.Empty(device.ConnectionManager.Connections));
        lab.Destroy(cancellationToken: Token);
    }

    [Fact, Behaviour("DI-20", "DI-21")]
    public async Task Some_devices_by_the_paths_that_the_call_names()
    {
        await using var lab = ProbeLab.Load();
        await lab.ConnectAsync(["r1"], vias: new Dictionary<string, string> { ["r1"] = "console" }, cancellationToken: Token);
        Assert.Equal("console", lab.Devices["r1"].ConnectionManager.Connections["default"].Via);
        Assert.False(lab.Devices["r2"].IsConnected());
    }

    [Fact, Behaviour("DI-26")]
    public async Task All_are_tried_though_one_fails_and_the_failure_names_it()
    {
        await using var lab = ProbeLab.Load();
        lab.Devices["r1"].Instantiate<ProbeConnection>().OnOpen = static (_, _) => throw new IOException("no cable");
        var told = new List<string>();
        var error = await Assert.ThrowsAsync<AggregateException>(() => lab.ConnectAsync(progress: new Told(told), cancellationToken: Token));
        Assert.StartsWith("Of testbed 'probes' these could not be connected: 'r1'.", error.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(Assert.IsType<ConnectionOpenException>(Assert.Single(error.InnerExceptions)).InnerException);
        Assert.True(lab.Devices["r2"].IsConnected());
        Assert.Equal(["r1 1/2 'default' of 'r1' via 'mgmt' could not be opened: IOException: no cable", "r2 2/2 ok"], told.Order());
    }

    [Fact, Behaviour("DI-22")]
    public async Task No_more_at_once_than_said()
    {
        await using var lab = Testbed.Parse("devices:\n" + string.Concat(Enumerable.Range(0, 20).Select(static n => $"  d{n}: {{connections: {{defaults: {{class: probe}}, a: {{protocol: ssh}}}}}}\n")));
        var (inside, most) = (0, 0);
        var here = new Lock();
        foreach (var device in lab.Devices.Values)
        {
            device.Instantiate<ProbeConnection>().OnOpen = async (_, token) =>
            {
                lock (here)
                {
                    most = Math.Max(most, ++inside);
                }

                await Task.Delay(5, token);
                lock (here)
                {
                    inside--;
                }
            };
        }

        await lab.ConnectAsync(atOnce: 4, cancellationToken: Token);
        Assert.Equal(4, most);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => lab.ConnectAsync(atOnce: 0, cancellationToken: Token));
    }

    [Fact]
    public async Task An_unknown_device_names_the_nearest_and_all()
    {
        await using var lab = ProbeLab.Load();
        var error = await Assert.ThrowsAsync<KeyNotFoundException>(() => lab.ConnectAsync([string.Concat("r", "3")], cancellationToken: Token));
        Assert.Equal("Testbed 'probes' has no device 'r3'; did you mean 'r1'? There are: r1, r2.", error.Message);
    }

    [Fact]
    public async Task Connecting_all_can_be_cancelled()
    {
        await using var lab = ProbeLab.Load();
        lab.Devices["r1"].Instantiate<ProbeConnection>().OnOpen = static (_, token) => Task.Delay(Timeout.Infinite, token);
        using var stop = new CancellationTokenSource();
        var connecting = lab.ConnectAsync(cancellationToken: stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    private sealed class Told(List<string> told) : IProgress<DeviceProgress>
    {
        public void Report(DeviceProgress value)
        {
            lock (told)
            {
                told.Add($"{value.Device} {value.Done}/{value.Total} {value.Error?.Message ?? "ok"}");
            }
        }
    }
}
