namespace ConnectionGen.Analyzers.Tests;

/// <summary>The testbed that most tests use.</summary>
internal static class Labs
{
    public const string LabYaml = """
        devices:
          phoenix:
            alias: uut
            connections:
              defaults:
                alias: ironman
                via: highway
              highway:
                ip: 192.0.2.1
              mgmt:
                ip: 192.0.2.1
          r-2:
            connections:
              console:
                ip: 192.0.2.1
        """;

    public const string LabType = """
        using System.Threading;
        using System.Threading.Tasks;

        namespace ConnectionGen.Sample
        {
            [Testbed("lab.yaml")]
            public partial class Lab;

            [ConnectionClass]
            public partial class SshConnection(ConnectionContext context, int width = 80) : Connection(context)
            {
                public int Width => width;

                protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
                protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                [Service]
                public virtual Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default) => Task.FromResult(command);
            }

            [ConnectionClass("rest")]
            public partial class RestConnection(ConnectionContext context) : Connection(context)
            {
                protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
                protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                [Service]
                public virtual Task<string> GetAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult(path);
            }

            internal static class Program { private static void Main() { } }
        }
        """;
}
