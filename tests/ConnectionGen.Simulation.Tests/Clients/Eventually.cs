namespace ConnectionGen.Simulation.Tests;

/// <summary>Waits for what another task of the device is about to do.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> isTrue)
    {
        for (var tries = 0; tries < 1_000 && !isTrue(); tries++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(isTrue());
    }
}
