namespace ConnectionGen.Hosting.Tests;

[Testbed("lab.yaml")]
public sealed partial class Lab;

/// <summary>A connection that opens, or does not, as <see cref="Doors"/> say.</summary>
[ConnectionClass]
public partial class DoorConnection(ConnectionContext context) : Connection(context)
{
    private readonly Doors _doors = Doors.Of(context.Options);

    protected override Task OpenAsync(CancellationToken cancellationToken) => _doors.Locked.Contains(Device.Name) ? throw new IOException($"{Device.Name} is locked") : Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken)
    {
        _doors.Closed.Add(Device.Name);
        return _doors.Stuck.Contains(Device.Name) ? throw new IOException($"{Device.Name} is stuck") : Task.CompletedTask;
    }

    protected override Task<bool> ProbePeerAsync(CancellationToken cancellationToken) =>
        _doors.Broken.Contains(Device.Name) ? throw new IOException($"{Device.Name} is broken") : Task.FromResult(!_doors.Silent.Contains(Device.Name));
}
