namespace ConnectionGen.Xunit.Tests;

public sealed class LockTests(EchoLab lab)
{
    private Device R1 => lab.Testbed.R1;

    private Device R2 => lab.Testbed.R2;

    [Fact]
    public async Task A_device_is_one_tests_until_it_is_given_back()
    {
        var first = await lab.LockAsync(R2, R1);
        Assert.Equal(["r1", "r2"], first.Devices.Select(static device => device.Name));
        var second = ByAnother(() => lab.LockAsync(R2));
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        first.Dispose();

        using var held = await second;
        Assert.Same(R2, Assert.Single(held.Devices));
        using var other = await lab.LockAsync(R1);
    }

    [Fact]
    public async Task Who_waits_for_too_long_is_told_who_holds_it()
    {
        await using var held = await lab.LockAsync(R1);

        var error = await Assert.ThrowsAsync<DeviceLockTimeoutException>(() => ByAnother(() => lab.LockAsync([R1], TimeSpan.Zero)));

        Assert.Equal(
            $"Waited 0 s for device 'r1', which test '{TestContext.Current.Test!.TestDisplayName}' holds. Dispose of its lock earlier, or wait longer: LockAsync(devices, limit).",
            error.Message);
        Assert.Equal("r1", error.Device);
    }

    [Fact]
    public async Task What_was_taken_before_the_wait_ended_is_given_back()
    {
        await using (await lab.LockAsync(R2))
            await Assert.ThrowsAsync<DeviceLockTimeoutException>(() => ByAnother(() => lab.LockAsync([R1, R2], TimeSpan.FromSeconds(0.3))));

        using var both = await lab.LockAsync([R1, R2], TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_test_does_not_wait_for_itself()
    {
        await using var held = await lab.LockAsync(R1);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => lab.LockAsync(R1, R2));

        Assert.Equal("This test holds 'r1' already. Lock all devices at once: LockAsync(r1, r2).", error.Message);
    }

    [Fact]
    public async Task A_wait_can_be_stopped()
    {
        await using var held = await lab.LockAsync(R1);
        using var stop = new CancellationTokenSource();
        var waiting = ByAnother(() => lab.LockAsync([R1], cancellationToken: stop.Token));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>Calls outside of this test's flow, as another test would.</summary>
    private static Task<DeviceLock> ByAnother(Func<Task<DeviceLock>> take)
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(take, CancellationToken.None);
    }
}
