using ConnectionGen;

namespace Project;

public static partial class Outer
{
    public partial class Inner
    {
        [ConnectionClass("inner", IsDefault = true)]
        public partial class NestedConnection(ConnectionContext context, int speed = 9600) : Connection(context)
        {
            public int Speed => speed;

            protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            [Service]
            public virtual Task<string> AskAsync(string question, CancellationToken cancellationToken = default) => Task.FromResult(question);
        }

        [Testbed("lab.yaml")]
        internal sealed partial class Lab;

        internal static async Task RunAsync()
        {
            await using var lab = Lab.Load();
            var nested = await lab.Host.ConnectNestedAsync(speed: 115200);
            Console.WriteLine(nested.Speed + await lab.Host.AskAsync("why?"));
        }
    }

    private static Task Main() => Inner.RunAsync();
}
