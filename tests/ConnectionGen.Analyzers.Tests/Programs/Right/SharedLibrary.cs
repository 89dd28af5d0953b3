// output: library
using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[Testbed("lab.yaml")]
public partial class Lab;

/// <summary>Others give devices, and have connected them as they like.</summary>
public static class Steps
{
    public static Task<string> ClockAsync(Device device) => device.Alias("clock").ExecuteAsync("show clock");

    public static Task<string> UsersAsync(Lab lab) => lab.Phoenix.Alias("users").ExecuteAsync("show users");

    public static async Task<Lab> MakeAsync()
    {
        var lab = Lab.Load();
        await lab.Phoenix.ConnectAsync("made");
        await lab.Phoenix.Alias("made").ExecuteAsync("show clock");
        return lab;
    }
}

public class Base
{
    protected Lab Lab { get; } = Lab.Load();

    public Task AskAsync() => Lab.Host.Alias("derived_classes_connect_it").ExecuteAsync("date");
}
