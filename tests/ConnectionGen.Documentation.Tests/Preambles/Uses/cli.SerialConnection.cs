await using var desk = Testbed.Parse("""
    devices:
      r9:
        os: ios
        connections:
          serial: {class: SerialConnection, device: ttyS0}
        credentials:
          default: {username: admin, password: swordfish}
    """);
await desk.Devices["r9"].ConnectAsync();
Console.WriteLine($"ttyS0 {await desk.Devices["r9"].ExecuteAsync("show clock")}");
