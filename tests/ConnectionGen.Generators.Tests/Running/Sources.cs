namespace ConnectionGen.Generators.Tests;

/// <summary>User code that several tests start from.</summary>
internal static class Sources
{
    public const string Usings = "using ConnectionGen; using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;\n";

    public const string Open = """
            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        """;

    /// <summary>A connection class with the given members.</summary>
    public static string Class(string name, string members, string arguments = "", string attribute = "[ConnectionClass]", string @base = "Connection", string passed = "", string modifiers = "public partial") => $$"""
        {{attribute}}
        {{modifiers}} class {{name}}(ConnectionContext context{{arguments}}) : {{@base}}(context{{passed}})
        {
        {{(@base == "Connection" ? Open : "")}}
        {{members}}
        }
        """;

    public const string Execute = """
            /// <summary>Says what it was told.</summary>
            /// <param name="command">What to say.</param>
            /// <param name="cancellationToken">Stops the call.</param>
            [Service]
            public virtual Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default) => Task.FromResult(GetType().BaseType!.Name + ":" + command);
        """;

    public const string Yaml = """
        devices:
          phoenix:
            os: linux
            type: router
            connections:
              defaults:
                class: EchoConnection
                alias: ironman
                via: highway
              highway:
                protocol: telnet
                ip: 127.0.0.1
              mgmt-if:
                protocol: ssh
                ip: 127.0.0.1
                class: other
        """;

    public static string Echo => Usings + Class("EchoConnection", Execute);
}
