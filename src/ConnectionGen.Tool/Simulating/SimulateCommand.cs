using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using ConnectionGen.Simulation;

namespace ConnectionGen.Tool;

/// <summary><c>connectiongen simulate DATA</c>: plays mock data over Telnet on loopback, or over standard streams.</summary>
internal static class SimulateCommand
{
    public static Command Create(Screen screen)
    {
        var data = new Argument<string>("DATA") { Description = "A file of mock data, a folder of such files, or a recorded session (.txt)." };
        var state = new Option<string?>("--state") { Description = "The state to begin in; several, separated by commas, make a line (a port) each. The first of the data unless said otherwise." };
        var hostName = new Option<string>("--hostname") { Description = "What %N stands for.", DefaultValueFactory = static _ => "Router" };
        var port = new Option<int>("--port") { Description = "The loopback port of the first line, the others follow; 0 takes any that are free." };
        var console = new Option<bool>("--console") { Description = "The lines are consoles: silent until Enter, and the next client finds the state that the last one left." };
        var speed = new Option<double>("--speed") { Description = "How many times faster than written the delays of the data pass.", DefaultValueFactory = static _ => 1 };
        var faults = new Option<string?>("--faults") { Description = "A YAML file that says how the device misbehaves." };
        var stdio = new Option<bool>("--stdio") { Description = "Plays one session over standard input and output, for sshd's ForceCommand for instance." };
        Numbers.MustBe<int>(port, static number => number is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort, "a port, 0 to 65535");
        Numbers.MustBe<double>(speed, static number => number > 0, "a number above 0");
        var command = new Command("simulate", "Plays mock data as a network device.") { data, state, hostName, port, console, speed, faults, stdio };
        command.SetAction((given, cancellationToken) => RunAsync(
            new SimulateRequest(
                given.GetRequiredValue(data),
                given.GetValue(state)?.Split(',', StringSplitOptions.TrimEntries) ?? [],
                given.GetValue(hostName)!,
                given.GetValue(port),
                given.GetValue(console),
                given.GetValue(speed),
                given.GetValue(faults)),
            given.GetValue(stdio),
            screen,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SimulateRequest request, bool isStdio, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            var (data, options) = request.Read();
            foreach (var warning in data.Warnings)
                await screen.Error.WriteLineAsync(warning.ToString());

            await (isStdio ? PlayAsync(data, options, cancellationToken) : ServeAsync(data, options, screen, cancellationToken));
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Success;
        }
        catch (SocketException error)
        {
            throw new FailedException($"port {request.Port} of 127.0.0.1 cannot be listened at: {error.Message}", error);
        }
        catch (Exception error) when (error is MockDataException or FormatException or ArgumentOutOfRangeException)
        {
            throw new UnusableException(error.Message, error);
        }
    }

    private static async Task PlayAsync(MockData data, SimulatedDeviceOptions options, CancellationToken cancellationToken)
    {
        using var raw = RawTerminal.Take();
        await using var device = SimulatedDevice.Create(data, options);
        await device.PlayAsync(StandardStreams.Input(), StandardStreams.Output(), cancellationToken);
    }

    private static async Task ServeAsync(MockData data, SimulatedDeviceOptions options, Screen screen, CancellationToken cancellationToken)
    {
        await using var device = SimulatedDevice.Start(data, options);
        foreach (var line in device.Lines)
            await screen.Output.WriteLineAsync($"{line.Name}: telnet 127.0.0.1 {line.Port}");

        await screen.Output.FlushAsync(cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
