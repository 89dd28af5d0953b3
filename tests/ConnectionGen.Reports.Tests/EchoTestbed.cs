using Microsoft.Extensions.Time.Testing;

namespace ConnectionGen.Reports.Tests;

/// <summary>Two linked devices, connected.</summary>
internal static class EchoTestbed
{
    public const string Yaml = """
        testbed: {name: "lab <1>"}
        devices:
          r1:
            os: ios
            type: router
            connections:
              a: {class: EchoConnection}
            credentials:
              default: {username: me, password: swordfish}
          "r/2":
            connections:
              a: {class: EchoConnection}
        topology:
          links:
            spare: {}
          r1:
            interfaces:
              eth1: {ipv4: 10.12.0.1/30, link: cable, type: ethernet}
          "r/2":
            interfaces:
              eth1: {ipv4: [10.12.0.2/30], link: cable, type: ethernet}

        """;

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 3, 2, 10, 42, 7, 120, TimeSpan.Zero));

    public static async Task<Testbed> ConnectAsync(ServiceWrapper wrapper)
    {
        var testbed = Testbed.Parse(Yaml, new TestbedOptions { Wrappers = [ServiceWrapping.Of<Connection>(wrapper)] });
        await testbed.ConnectAsync(cancellationToken: TestContext.Current.CancellationToken);
        return testbed;
    }
}
